//! The drafts as a context: they outlive the inspector, which comes and goes with the lab, but not the run.

use yew::prelude::*;

use super::draft::Drafts;

/// The drafts, with the way to change them.
pub(super) type DraftsHandle = UseReducerHandle<Drafts>;

/// What the provider is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Who may type.
    pub children: Html,
}

/// Keeps what was typed into the inspector's forms for as long as the run is shown.
#[component]
pub fn DraftsProvider(props: &Props) -> Html {
    let drafts = use_reducer(Drafts::default);
    html! {
        <ContextProvider<DraftsHandle> context={drafts}>{ props.children.clone() }</ContextProvider<DraftsHandle>>
    }
}

/// The drafts.
#[hook]
pub(super) fn use_drafts() -> DraftsHandle {
    use_context().expect("the root provides the drafts")
}
