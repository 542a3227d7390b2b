//! Alerts: quotations that begin with what they call for (`> [!NOTE]`).

use super::Converter;
use crate::document::codes::EMPTY_ALERT;
use crate::document::markdown::alerts::{head, is_lazy};
use crate::document::markdown::tree::TreeNode;
use crate::document::{AlertKind, BlockKind};
use crate::locale::Args;

impl Converter<'_, '_> {
    /// An alert. Its Markdown is a quotation that begins with its label in bold, which
    /// every reader shows.
    pub(super) fn alert(&mut self, kind: AlertKind, node: &TreeNode) -> BlockKind {
        let label = self.session.message(kind.name(), &Args::new());
        self.write_label(&label.markdown, node);
        let blocks = self.blocks(&node.children);
        if blocks.is_empty() {
            self.tell(&node.range, EMPTY_ALERT.say("empty", &[]));
        }
        BlockKind::Alert {
            kind,
            label,
            blocks,
        }
    }

    /// Puts a label in the place of the brackets at the head of an alert.
    fn write_label(&mut self, label: &str, node: &TreeNode) {
        let text = &self.prepared.text;
        let Some(head) = head(text, node) else {
            return;
        };
        let mut written = format!("**{label}**");
        let mut end = head.end;
        // A line that goes on with the alert without the mark of a quotation would not do
        // so behind a blank one.
        if let Some(first) = node.children.first()
            && is_lazy(text, node, &head)
        {
            let before = self.go_on(head.start);
            written.push_str(&format!("\n{}\n{before}", before.trim_end()));
            end = first.range.start;
        }
        self.edits.replace(head.start..end, written);
    }
}
