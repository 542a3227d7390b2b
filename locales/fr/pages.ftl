### Words that pages and screens need around the text.

# At the foot of each page.
# Variables:
#   $page - the number of the page
#   $count - how many pages there are
page = Page{ "\u00A0" }{ $page } de{ "\u00A0" }{ $count }

# The heading above the footnotes of a web page.
notes = Notes

# The link from a footnote back to its place in the text, read aloud.
note-back = Retour au texte

# The first link of a web page, for people who use a keyboard.
skip-to-content = Passer au contenu principal

# A task of a list that is done, read aloud.
task-done = Fait

# A task of a list that is not done yet, read aloud.
task-open = À faire

# The link to the same document in the other language, named in that language.
other-language = English

## At the head of a box that calls for attention

# Something to know.
alert-note = Remarque

# Advice.
alert-tip = Conseil

# Something that nobody may miss.
alert-important = Important

# Something urgent that needs care.
alert-warning = Avertissement

# What an action may bring about.
alert-caution = Attention
