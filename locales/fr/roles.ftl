### Roles, as they stand after a name: `title: { message: role-director }`.
###
### A person’s fields give $gender, $acting, $number, $position and $named by themselves, and the
### capital at the beginning of a line comes by itself too. Where the gender is
### unspecified, French uses a word that is the same for all: *responsable* where the
### person’s name stands beside it, the office where none does. Nobody but a person acts
### for a while: an acting *responsable* stands there without a name, too. It never guesses.

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
#   $named - true or false: whether the person’s name stands beside it
role-associate-deputy-minister =
    { $gender ->
        [feminine] sous-ministre déléguée{ acting-role }
        [masculine] sous-ministre délégué{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } du sous-ministériat délégué
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } du sous-ministériat délégué
                       *[false] sous-ministériat délégué
                    }
            }
    }

# Assistant Deputy Minister.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-assistant-deputy-minister =
    { $gender ->
        [feminine] sous-ministre adjointe{ acting-role }
        [masculine] sous-ministre adjoint{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } du sous-ministériat adjoint
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } du sous-ministériat adjoint
                       *[false] sous-ministériat adjoint
                    }
            }
    }

# Director General.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-director-general =
    { $gender ->
        [feminine] directrice générale{ acting-role }
        [masculine] directeur général{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } de la direction générale
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } de la direction générale
                       *[false] direction générale
                    }
            }
    }

# Executive Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-executive-director =
    { $gender ->
        [feminine] directrice générale{ acting-role }
        [masculine] directeur général{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } de la direction générale
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } de la direction générale
                       *[false] direction générale
                    }
            }
    }

# Director.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-director =
    { $gender ->
        [feminine] directrice{ acting-role }
        [masculine] directeur{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } de la direction
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } de la direction
                       *[false] direction
                    }
            }
    }

# Manager.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
role-manager = gestionnaire{ acting-role }

# Coordinator.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-coordinator =
    { $gender ->
        [feminine] coordonnatrice{ acting-role }
        [masculine] coordonnateur{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } de la coordination
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } de la coordination
                       *[false] coordination
                    }
            }
    }

# Chief Information Officer.
# Variables:
#   $gender - feminine, masculine or unspecified
#   $acting - true or false
#   $named - true or false: whether the person’s name stands beside it
role-chief-information-officer =
    { $gender ->
        [feminine] dirigeante principale de l’information{ acting-role }
        [masculine] dirigeant principal de l’information{ acting-role }
       *[unspecified]
            { $named ->
                [true] responsable{ acting-role } de la direction principale de l’information
               *[false]
                    { $acting ->
                        [true] responsable{ acting-role } de la direction principale de l’information
                       *[false] direction principale de l’information
                    }
            }
    }

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
