//! The futures of a run, and what is done with them.

texts! {
    /// The futures of a run, and what is done with them.
    BranchTexts {
        first: "Branch 1", "Cabang 1";
        begun: "Branch {number}: {deed} at {time}", "Cabang {number}: {deed} pada {time}";
        let_go: "There were too many branches for a browser to keep: the oldest is gone.",
            "Cabangnya terlalu banyak untuk disimpan browser: cabang tertua dibuang.";
        no_such_branch: "This branch is not there any more, or it is the one that is shown.",
            "Cabang ini sudah tidak ada, atau sedang ditampilkan.";
    }
}
