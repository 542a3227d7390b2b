### Words that pages and screens need around the text.

# At the foot of each page.
# Variables:
#   $page - the number of the page
#   $count - how many pages there are
page = Page { $page } of { $count }

# The heading above the footnotes of a web page.
notes = Notes

# The link from a footnote back to its place in the text, read aloud.
note-back = Return to text

# The first link of a web page, for people who use a keyboard.
skip-to-content = Skip to main content

# A task of a list that is done, read aloud.
task-done = Done

# A task of a list that is not done yet, read aloud.
task-open = To do

# The link to the same document in the other language, named in that language.
other-language = Français

## At the head of a box that calls for attention

# Something to know.
alert-note = Note

# Advice.
alert-tip = Tip

# Something that nobody may miss.
alert-important = Important

# Something urgent that needs care.
alert-warning = Warning

# What an action may bring about.
alert-caution = Caution
