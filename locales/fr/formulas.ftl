### Formulas that stand in a memo by themselves.

# Above the names of those who signed the original.
original-signed-by = Original signé par

# Above the person for whom another signed.
signed-for = pour

# After the title of someone who acts in a position for a while.
# Variables:
#   $gender - feminine, masculine or unspecified
acting = par intérim

# After an attachment that exists in English only.
only-en = (en anglais seulement)

# After an attachment that exists in French only.
only-fr = (en français seulement)

# Stands where the words in this document’s language are missing, in drafts.
gap = [texte français à venir]

# The watermark of a draft.
draft = ÉBAUCHE
