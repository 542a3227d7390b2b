### What the desk of `bimemo serve` says.

## Every page

# Variables:
#   $folder - the name of the workspace's folder
title = { $folder } · bimemo
skip = Skip to the content
memos = Memos
findings = Findings
language = Français
language-code = fr
# Told where the server does not answer.
lost = The desk has lost its server. What is shown may be old.
old = The memo has errors: this picture is of an earlier version.

## The list of memos

filter = Words of a subject or an id
filter-button = Filter
# Variables:
#   $count - how many memos there are
#   $shown - how many of them fit the filter
memo-count = { $count ->
    [0] There are no memos: they are the .yaml files in the folder “memos”.
    [one] 1 memo
   *[other] { $count } memos
}
filtered-count = { $shown ->
    [0] No memo has these words.
    [one] 1 of { $count } memos
   *[other] { $shown } of { $count } memos
}
# Variables:
#   $left - how many memos were not looked at yet
looking = { $left ->
    [one] 1 memo is still being looked at.
   *[other] { $left } memos are still being looked at.
}
newer = Newer memos
older = Older memos

## A memo

released = Released
not-released = Not released
unread = Being looked at
withdrawn = Withdrawn
superseded = Superseded
corrected = Corrected
no-date = no date
english = English
french = French
page = Page
markdown = Markdown
pdf = PDF
# Variables:
#   $language - the name of the language
#   $subject - what the memo is about
frame = { $language }: { $subject }
# Variables:
#   $language - the name of the language
links = { $language }: formats
no-picture = There is nothing to show before the errors are mended.
documents = Finished documents
source = Source
# Variables:
#   $line - the number of a line
line = line { $line }
open = Open in the editor
# Variables:
#   $place - a file with a line
open-place = Open in the editor: { $place }

## Findings

errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
error = error
warning = warning
note = note
nothing-found = Nothing found.
no-place = The workspace as a whole
