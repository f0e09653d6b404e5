//! Icons, drawn inline: nothing has to be fetched, and they take the colour of the text.

use yew::prelude::*;

/// What an icon shows. It never stands alone: what bears it has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Three nodes: the page itself.
    Brand,
    /// A triangle.
    Play,
    /// A triangle to the left.
    PlayBackwards,
    /// Two bars.
    Pause,
    /// A bar and a triangle to the right.
    Step,
    /// A triangle to the left and a bar.
    StepBack,
    /// Two triangles to the right, and a bar.
    NextChange,
    /// A bar, and two triangles to the left.
    PreviousChange,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forth.
    Redo,
    /// An arrow around to its beginning.
    Restart,
    /// Three bars, each later than the one above.
    Lanes,
    /// Two sheets side by side.
    Compare,
    /// An arrow down to a tray.
    TakeAlong,
    /// A beat on a line.
    TimeLab,
    /// A disc, half dark.
    Theme,
    /// A flask.
    Lab,
    /// A cross.
    Close,
    /// A circle, empty.
    LinkOff,
    /// Three dots.
    LinkConnecting,
    /// A disc with a tick.
    LinkConnected,
    /// A triangle with an exclamation mark.
    StoreAway,
    /// An octagon with a cross.
    LinkRefused,
}

impl Icon {
    /// Its outline on a square of 16.
    const fn path(self) -> &'static str {
        match self {
            Icon::Brand => {
                "M3 6a2 2 0 0 1 1.9 1.3h2.6l2.7-3.2a2 2 0 1 1 1.1.9L8.8 8l2.5 3a2 2 0 1 1-1.1.9L7.500 8.700H4.900A2 2 0 1 1 3 6z"
            }
            Icon::Play => "M4 2.500v11l9-5.500z",
            Icon::PlayBackwards => "M12 2.500v11L3 8z",
            Icon::Pause => "M4 3h3v10H4zM9 3h3v10H9z",
            Icon::Step => "M3 3h2.200v10H3zM7 3v10l7-5z",
            Icon::StepBack => "M13 3h-2.200v10H13zM9 3v10L2 8z",
            Icon::NextChange => "M1 3v10l6-5zM7 3v10l6-5zM13 3h2v10h-2z",
            Icon::PreviousChange => "M15 3v10L9 8zM9 3v10L3 8zM1 3h2v10H1z",
            Icon::Undo => "M6 2v3h4a4 4 0 0 1 0 8H5v-2h5a2 2 0 0 0 0-4H6v3L1.500 6z",
            Icon::Redo => "M10 2v3H6a4 4 0 0 0 0 8h5v-2H6a2 2 0 0 1 0-4h4v3l4.500-4z",
            Icon::Restart => "M8 3V.500L4 4l4 3.500V5a4 4 0 1 1-4 4H2a6 6 0 1 0 6-6z",
            Icon::Lanes => "M1 2.500h8v2.400H1zM4 6.800h7v2.400H4zM7 11.100h8v2.400H7z",
            Icon::Compare => {
                "M1 2h6v12H1zM2.800 3.800v8.400h2.400V3.800zM9 2h6v12H9zM10.800 3.800v8.400h2.400V3.800z"
            }
            Icon::TakeAlong => "M7 1h2v6h3.500L8 11.500 3.500 7H7zM1.500 12h13v2.500h-13z",
            Icon::TimeLab => {
                "M1 7h2.800L6 2h1.500l2.800 8.200L11.600 7H15v1.800h-2.200L11 13.500H9.500L6.700 5.300 5 8.800H1z"
            }
            Icon::Theme => "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.700v10.600A5.300 5.300 0 0 1 8 2.700z",
            Icon::Lab => {
                "M6 1h4v1.500h-.500V6l4 6.500A1.700 1.700 0 0 1 12 15H4a1.700 1.700 0 0 1-1.500-2.500L6.500 6V2.500H6zM8 2.500V6.500L5.800 10h4.400L8 6.500z"
            }
            Icon::LinkOff => {
                "M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM8 3.300a4.700 4.700 0 1 1 0 9.400 4.700 4.700 0 0 1 0-9.400z"
            }
            Icon::LinkConnecting => {
                "M.500 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM6 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM11.500 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0z"
            }
            Icon::LinkConnected => {
                "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 11.600 3.600 8.200l1.300-1.300L7 9l4.200-4.200 1.300 1.300z"
            }
            Icon::StoreAway => {
                "M8 1 15.500 14.500H.500zM7.100 5.500v4.500h1.800V5.500zM7.100 11.300v1.800h1.800v-1.800z"
            }
            Icon::LinkRefused => {
                "M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.600 4.300 4.300 5.600 6.700 8l-2.400 2.400 1.300 1.300L8 9.300l2.400 2.400 1.300-1.300L9.300 8l2.400-2.400-1.300-1.300L8 6.700z"
            }
            Icon::Close => {
                "M3.500 2.400 8 6.900l4.500-4.500 1.100 1.100L9.100 8l4.500 4.500-1.100 1.100L8 9.100l-4.500 4.500-1.100-1.100L6.900 8 2.400 3.500z"
            }
        }
    }
}

/// An icon, hidden from screen readers: what bears it says what it does.
pub fn icon(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path fill-rule="evenodd" d={icon.path()} />
        </svg>
    }
}
