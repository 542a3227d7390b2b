//! What a response carries: whole bytes, or events for as long as somebody listens.

use hyper::Response;
use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// A response of this server.
pub type Reply = Response<Content>;

/// What it carries.
#[derive(Debug)]
pub enum Content {
    /// Bytes, none once they are sent.
    Whole(Option<Bytes>),
    /// Server-sent events.
    Events(Receiver<Bytes>),
}

impl Content {
    /// These bytes.
    pub fn of(bytes: impl Into<Bytes>) -> Content {
        let bytes = bytes.into();
        Content::Whole(Some(bytes).filter(|bytes| !bytes.is_empty()))
    }
}

impl Body for Content {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let next = match self.get_mut() {
            Content::Whole(bytes) => Poll::Ready(bytes.take()),
            Content::Events(events) => events.poll_recv(context),
        };
        next.map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Content::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Content::Whole(bytes) => {
                SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
            }
            Content::Events(_) => SizeHint::default(),
        }
    }
}

/// How many events may wait for a listener before it is taken for gone.
const WAITING: usize = 16;
/// How many may listen at once.
const LISTENERS: usize = 32;

/// Everybody who listens.
#[derive(Debug, Default)]
pub struct Listeners(Mutex<Vec<Sender<Bytes>>>);

impl Listeners {
    /// One more; none where there are too many.
    pub fn listen(&self) -> Option<Content> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|listener| !listener.is_closed());
        if all.len() >= LISTENERS {
            return None;
        }
        let (sender, events) = channel(WAITING);
        // A browser knows by it that it is heard.
        let _ = sender.try_send(Bytes::from_static(b"retry: 1000\n\n"));
        all.push(sender);
        Some(Content::Events(events))
    }

    /// Tells all of them. Who does not listen is let go.
    pub fn tell(&self, event: &str, data: &serde_json::Value) {
        self.send(Bytes::from(format!("event: {event}\ndata: {data}\n\n")));
    }

    /// Says nothing, by which it is found out who is gone.
    pub fn knock(&self) {
        self.send(Bytes::from_static(b":\n\n"));
    }

    fn send(&self, bytes: Bytes) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|listener| listener.try_send(bytes.clone()).is_ok());
    }

    /// Ends what they listen to.
    pub fn end(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }
}
