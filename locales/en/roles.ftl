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
        [true] { " " }(A)
       *[false] { "" }
    }

# Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-deputy-minister = Deputy Minister{ acting-role }

# Associate Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-associate-deputy-minister = Associate Deputy Minister{ acting-role }

# Assistant Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-assistant-deputy-minister = Assistant Deputy Minister{ acting-role }

# Director General.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-director-general = Director General{ acting-role }

# Executive Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-executive-director = Executive Director{ acting-role }

# Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-director = Director{ acting-role }

# Manager.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-manager = Manager{ acting-role }

# Coordinator.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-coordinator = Coordinator{ acting-role }

# Chief Information Officer.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-chief-information-officer = Chief Information Officer{ acting-role }

# Chief of Staff.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-chief-of-staff = Chief of Staff{ acting-role }

# Secretary.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-secretary = Secretary{ acting-role }
