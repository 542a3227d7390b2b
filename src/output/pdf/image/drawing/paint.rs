//! Colours, gradients and blend modes.

use super::operators::matrix;
use super::{Gradient, GradientShape};
use usvg::{BaseGradient, BlendMode, Paint, SpreadMethod, Transform};

/// What a paint is in PDF.
pub(super) enum Painted {
    /// One colour.
    Solid([u8; 3]),
    /// A gradient.
    Gradient(Gradient),
    /// What cannot be painted.
    Unsupported(&'static str),
}

/// A paint that is used in a space from which `inner` leads to the drawing's.
pub(super) fn painted(paint: &Paint, inner: Transform) -> Painted {
    match paint {
        Paint::Color(colour) => Painted::Solid([colour.red, colour.green, colour.blue]),
        Paint::LinearGradient(linear) => gradient(
            GradientShape::Linear([linear.x1(), linear.y1(), linear.x2(), linear.y2()]),
            linear,
            inner,
        ),
        Paint::RadialGradient(radial) => gradient(
            GradientShape::Radial([
                radial.fx(),
                radial.fy(),
                radial.fr().get(),
                radial.cx(),
                radial.cy(),
                radial.r().get(),
            ]),
            radial,
            inner,
        ),
        Paint::Pattern(_) => Painted::Unsupported("pattern"),
    }
}

fn gradient(shape: GradientShape, base: &BaseGradient, inner: Transform) -> Painted {
    if base.spread_method() != SpreadMethod::Pad {
        return Painted::Unsupported("gradient-repeats");
    }
    if base.stops().iter().any(|stop| stop.opacity().get() < 1.0) {
        return Painted::Unsupported("gradient-fades");
    }
    let mut stops: Vec<(f32, [u8; 3])> = base
        .stops()
        .iter()
        .map(|stop| {
            let colour = stop.color();
            (stop.offset().get(), [colour.red, colour.green, colour.blue])
        })
        .collect();
    let (Some(&first), Some(&last)) = (stops.first(), stops.last()) else {
        return Painted::Unsupported("gradient-without-colours");
    };
    if first.0 > 0.0 {
        stops.insert(0, (0.0, first.1));
    }
    if last.0 < 1.0 {
        stops.push((1.0, last.1));
    }
    if stops.len() < 2 {
        return Painted::Solid(first.1);
    }
    Painted::Gradient(Gradient {
        shape,
        matrix: matrix(inner.pre_concat(base.transform())),
        stops,
    })
}

/// PDF's name of a blend mode, where it has that mode (ISO 32000-1, 11.3.5).
pub(super) fn blend_name(mode: BlendMode) -> Option<&'static str> {
    Some(match mode {
        BlendMode::Normal => "Normal",
        BlendMode::Multiply => "Multiply",
        BlendMode::Screen => "Screen",
        BlendMode::Overlay => "Overlay",
        BlendMode::Darken => "Darken",
        BlendMode::Lighten => "Lighten",
        BlendMode::ColorDodge => "ColorDodge",
        BlendMode::ColorBurn => "ColorBurn",
        BlendMode::HardLight => "HardLight",
        BlendMode::SoftLight => "SoftLight",
        BlendMode::Difference => "Difference",
        BlendMode::Exclusion => "Exclusion",
        BlendMode::Hue => "Hue",
        BlendMode::Saturation => "Saturation",
        BlendMode::Color => "Color",
        BlendMode::Luminosity => "Luminosity",
        BlendMode::PlusLighter => return None,
    })
}
