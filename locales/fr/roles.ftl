### Roles, as they stand after a name: `title: { message: role-director }`.
###
### A person’s fields give $gender, $acting, $number and $position by themselves, and the
### capital at the beginning of a line comes by itself too. Where the gender is
### unspecified, French names the office or uses a word that is the same for all; it
### never guesses.

# What is said of someone who acts in the role for a while, with the space before it.
# Variables:
#   $acting - true or false
acting-role =
    { $acting ->
        [true] { " " }par intérim
       *[false] { "" }
    }

# Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-deputy-minister = sous-ministre{ acting-role }

# Associate Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-associate-deputy-minister =
    { $gender ->
        [feminine] sous-ministre déléguée
        [masculine] sous-ministre délégué
       *[unspecified] sous-ministériat délégué
    }{ acting-role }

# Assistant Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-assistant-deputy-minister =
    { $gender ->
        [feminine] sous-ministre adjointe
        [masculine] sous-ministre adjoint
       *[unspecified] sous-ministériat adjoint
    }{ acting-role }

# Director General.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-director-general =
    { $gender ->
        [feminine] directrice générale
        [masculine] directeur général
       *[unspecified] direction générale
    }{ acting-role }

# Executive Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-executive-director =
    { $gender ->
        [feminine] directrice générale
        [masculine] directeur général
       *[unspecified] direction générale
    }{ acting-role }

# Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-director =
    { $gender ->
        [feminine] directrice
        [masculine] directeur
       *[unspecified] direction
    }{ acting-role }

# Manager.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-manager = gestionnaire{ acting-role }

# Coordinator.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-coordinator =
    { $gender ->
        [feminine] coordonnatrice
        [masculine] coordonnateur
       *[unspecified] coordination
    }{ acting-role }

# Chief Information Officer.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-chief-information-officer =
    { $gender ->
        [feminine] dirigeante principale de l’information
        [masculine] dirigeant principal de l’information
       *[unspecified] direction principale de l’information
    }{ acting-role }

# Chief of Staff.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-chief-of-staff = chef de cabinet{ acting-role }

# Secretary.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-secretary = secrétaire{ acting-role }
