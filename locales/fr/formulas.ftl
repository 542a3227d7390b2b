### Formulas that stand in a memo by themselves.

# "Dear colleagues,": `salutation: { message: salutation-colleagues }`.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other, of those who are addressed
salutation-colleagues =
    { $gender ->
        [feminine]
            { $number ->
                [one] Chère collègue,
               *[other] Chères collègues,
            }
        [masculine]
            { $number ->
                [one] Cher collègue,
               *[other] Chers collègues,
            }
       *[unspecified]
            { $number ->
                [one] Bonjour,
               *[other] Chères et chers collègues,
            }
    }

# "Dear partners,": `salutation: { message: salutation-partners }`.
# Variables:
#   $gender - feminine (all are women), masculine (men are among them) or
#             unspecified (a gender is not known, or a group is among them)
#   $number - one or other, of those who are addressed
salutation-partners =
    { $gender ->
        [feminine]
            { $number ->
                [one] Chère partenaire,
               *[other] Chères partenaires,
            }
        [masculine]
            { $number ->
                [one] Cher partenaire,
               *[other] Chers partenaires,
            }
       *[unspecified]
            { $number ->
                [one] Bonjour,
               *[other] Chères et chers partenaires,
            }
    }

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
