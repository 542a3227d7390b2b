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

# What a table that scrolls is called, read aloud before its number.
table-region = Tableau

# What lines of code that scroll are called, read aloud before their number.
code-region = Extrait de code

# What the figure that leads to a note is called, read aloud before it.
note-reference = Note

## Around the text of a web page

# The heading above the list of sections.
contents = Sommaire

# What opens the address, the telephone numbers and so on of a letterhead.
contact = Coordonnées

# Before the date of the last change.
date-modified = Date de modification{ "\u00A0" }:

# Before the links to the same document as PDF and as Markdown.
other-formats = Autres formats{ "\u00A0" }:

# The unit of the size of a file, behind the number.
kilobytes = ko

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
