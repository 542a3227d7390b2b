//! Connections: how many there may be, how much each may ask, and how long each may take.

use super::content::Reply;
use super::route;
use super::site::Site;
use crate::jobs;
use hyper::Request;
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{Instant, Sleep, sleep, timeout};

/// How many connections are open at once; others wait until one is closed.
const CONNECTIONS: u32 = 128;
/// How many bytes the head of a request may have, and how many fields.
const HEAD_BYTES: usize = 16 << 10;
const HEAD_FIELDS: usize = 64;
/// How long a client may take to send the head of a request, or may send none.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How long a client may take no byte of a response.
const STALL: Duration = Duration::from_secs(20);
/// How often it is looked whether a signal asks to stop.
const TICK: Duration = Duration::from_millis(100);
/// How long responses that were begun may take then.
const GRACE: Duration = Duration::from_secs(2);
/// How often listeners are asked whether they are there.
const KNOCK: Duration = Duration::from_secs(15);

/// Serves until a signal asks to stop.
pub async fn serve(site: Arc<Site>, listener: TcpListener) {
    let free = Arc::new(Semaphore::new(CONNECTIONS as usize));
    let mut knocked = Instant::now();
    while jobs::stopped().is_none() {
        if knocked.elapsed() > KNOCK {
            site.listeners.knock();
            knocked = Instant::now();
        }
        let Ok(Ok(permit)) = timeout(TICK, Arc::clone(&free).acquire_owned()).await else {
            continue;
        };
        match timeout(TICK, listener.accept()).await {
            Ok(Ok((stream, peer))) => {
                let site = Arc::clone(&site);
                tokio::spawn(async move {
                    converse(site, stream, peer).await;
                    drop(permit);
                });
            }
            // The system has no more files to give: some will be free.
            Ok(Err(_)) => sleep(TICK).await,
            Err(_) => {}
        }
    }
    drop(listener);
    site.listeners.end();
    let _ = timeout(GRACE, free.acquire_many(CONNECTIONS)).await;
}

/// Answers the requests of one connection.
async fn converse(site: Arc<Site>, stream: TcpStream, peer: SocketAddr) {
    // Responses are whole when they are written: nothing is to be waited for.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let site = Arc::clone(&site);
        async move { Ok::<Reply, Infallible>(route::answer(site, peer, request).await) }
    });
    let stream = Patient {
        stream: TokioIo::new(stream),
        stall: None,
    };
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_header_size(HEAD_BYTES)
        .max_buf_size(HEAD_BYTES * 2)
        .max_headers(HEAD_FIELDS)
        .serve_connection(stream, service);
    let mut connection = pin!(connection);
    let mut is_told = false;
    // How it ended is the client's affair.
    while timeout(TICK, connection.as_mut()).await.is_err() {
        if !is_told && jobs::stopped().is_some() {
            connection.as_mut().graceful_shutdown();
            is_told = true;
        }
    }
}

/// A stream that gives up on a client that takes nothing.
struct Patient {
    stream: TokioIo<TcpStream>,
    stall: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn watched<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stall = None;
            return written;
        }
        let stall = self.stall.get_or_insert_with(|| Box::pin(sleep(STALL)));
        match stall.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl Read for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl Write for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watched(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.watched(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.watched(context, written)
    }
}
