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

# What a table that scrolls is called, read aloud before its number.
table-region = Table

# What lines of code that scroll are called, read aloud before their number.
code-region = Code

# What the figure that leads to a note is called, read aloud before it.
note-reference = Footnote

## Around the text of a web page

# The heading above the list of sections.
contents = Contents

# What opens the address, the telephone numbers and so on of a letterhead.
contact = Contact

# Before the date of the last change.
date-modified = Date modified:

# Before the links to the same document as PDF and as Markdown.
other-formats = Other formats:

# The unit of the size of a file, behind the number.
kilobytes = KB

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
