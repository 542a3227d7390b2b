//! Selectors: which elements a style is for.

/// Which elements a style is for: an element's name, classes or both, and
/// perhaps what it must stand in (`header.letterhead p`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleSelector {
    /// From the outermost; the last is the element itself.
    steps: Vec<Step>,
    /// How special it is: the classes that it names, which count more, and the names.
    weight: (usize, usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    name: Option<String>,
    classes: Vec<String>,
}

/// An element as selectors see it, with what it stands in.
#[derive(Clone, Copy, Debug)]
pub struct StyleScope<'a> {
    /// The element's name.
    pub name: &'a str,
    /// Its classes.
    pub classes: &'a [String],
    /// The element that it stands in.
    pub within: Option<&'a StyleScope<'a>>,
}

impl StyleSelector {
    /// The selector written `text`: steps with spaces between them, each a name,
    /// `.class` or both. Nothing if it is not so written.
    pub fn parse(text: &str) -> Option<StyleSelector> {
        let steps = text
            .split_whitespace()
            .map(|step| {
                let mut parts = step.split('.');
                let name = parts.next().unwrap_or_default();
                let classes: Vec<String> = parts.map(str::to_owned).collect();
                let word = |part: &str| part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
                let sound = word(name)
                    && classes.iter().all(|class| !class.is_empty() && word(class))
                    && !(name.is_empty() && classes.is_empty());
                sound.then(|| Step {
                    name: (!name.is_empty()).then(|| name.to_owned()),
                    classes,
                })
            })
            .collect::<Option<Vec<Step>>>()?;
        let weight = steps.iter().fold((0, 0), |(classes, names), step| {
            (
                classes + step.classes.len(),
                names + usize::from(step.name.is_some()),
            )
        });
        (!steps.is_empty()).then_some(StyleSelector { steps, weight })
    }

    /// Whether the style is for this element.
    pub fn matches(&self, scope: &StyleScope<'_>) -> bool {
        let Some((last, outer)) = self.steps.split_last() else {
            return false;
        };
        if !last.matches(scope) {
            return false;
        }
        let mut wanted = outer.iter().rev().peekable();
        for ancestor in std::iter::successors(scope.within, |scope| scope.within) {
            if wanted.peek().is_none() {
                break;
            }
            wanted.next_if(|step| step.matches(ancestor));
        }
        wanted.next().is_none()
    }

    /// The name and the first class that an element must have itself.
    pub fn last(&self) -> (Option<&str>, Option<&str>) {
        let last = self.steps.last();
        let name = last.and_then(|step| step.name.as_deref());
        let class = last.and_then(|step| step.classes.first());
        (name, class.map(String::as_str))
    }

    /// How special it is: classes count more than names.
    pub fn weight(&self) -> (usize, usize) {
        self.weight
    }

    /// Its steps, the outermost first: the name and the classes of each.
    pub fn steps(&self) -> impl Iterator<Item = (Option<&str>, impl Iterator<Item = &str>)> {
        let steps = self.steps.iter();
        steps.map(|it| (it.name.as_deref(), it.classes.iter().map(String::as_str)))
    }

    /// The classes that it names.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.steps
            .iter()
            .flat_map(|step| step.classes.iter().map(String::as_str))
    }

    /// The elements' names in it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| step.name.as_deref())
    }
}

impl Step {
    fn matches(&self, scope: &StyleScope<'_>) -> bool {
        self.name.as_deref().is_none_or(|name| name == scope.name)
            && self
                .classes
                .iter()
                .all(|class| scope.classes.contains(class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_finds_what_it_names_wherever_it_stands_inside() {
        let letterhead = ["letterhead".to_owned()];
        let header = StyleScope {
            name: "header",
            classes: &letterhead,
            within: None,
        };
        let div = StyleScope {
            name: "div",
            classes: &[],
            within: Some(&header),
        };
        let p = StyleScope {
            name: "p",
            classes: &[],
            within: Some(&div),
        };
        let lonely = StyleScope {
            name: "p",
            classes: &[],
            within: None,
        };
        let selector = StyleSelector::parse("header.letterhead p").unwrap();
        assert!(selector.matches(&p));
        assert!(!selector.matches(&div));
        assert!(!selector.matches(&lonely));
        assert!(
            StyleSelector::parse(".letterhead")
                .unwrap()
                .matches(&header)
        );
        assert!(selector.weight() > StyleSelector::parse("p").unwrap().weight());
    }

    #[test]
    fn what_is_no_selector_is_refused() {
        for text in ["", "p..a", ".", "p > a", "h1:first", "p."] {
            assert_eq!(StyleSelector::parse(text), None, "{text}");
        }
    }
}
