### Formulas that stand in a memo by themselves.

# "Dear colleagues,": `salutation: { message: salutation-colleagues }`.
# Variables:
#   $number - one or other, of those who are addressed
salutation-colleagues =
    { $number ->
        [one] Dear colleague,
       *[other] Dear colleagues,
    }

# "Dear partners,": `salutation: { message: salutation-partners }`.
# Variables:
#   $number - one or other, of those who are addressed
salutation-partners =
    { $number ->
        [one] Dear partner,
       *[other] Dear partners,
    }

# Above the names of those who signed the original.
original-signed-by = Original signed by

# Above the person for whom another signed.
signed-for = for

# After the title of someone who acts in a position for a while.
# Variables:
#   $gender - feminine, masculine or unspecified
acting = (A)

# After an attachment that exists in English only.
only-en = (English only)

# After an attachment that exists in French only.
only-fr = (French only)

# Stands where the words in this document’s language are missing, in drafts.
gap = [English text to come]

# The watermark of a draft.
draft = DRAFT
