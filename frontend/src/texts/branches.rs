//! The futures of a run, and what is done with them.

texts! {
    /// The futures of a run, and what is done with them.
    BranchTexts {
        first: "Branch 1", "Cabang 1";
        begun: "Branch {number}: {deed} at {time}", "Cabang {number}: {deed} pada {time}";
        title: "Futures of this run", "Masa depan simulasi ini";
        only_one: "Go back in time and give a command: another future begins, and this one stays here to be gone back to.",
            "Mundurlah, lalu beri perintah: masa depan lain dimulai, dan yang ini tetap ada di sini.";
        shown: "shown now", "sedang tampil";
        rename: "Rename", "Ganti nama";
        rename_this: "Rename: {branch}", "Ganti nama: {branch}";
        name: "Name", "Nama";
        compare: "Compare with what is shown: {branch}", "Bandingkan dengan yang tampil: {branch}";
        remove: "Remove: {branch}", "Hapus: {branch}";
        differ: "Up to {time} both are the same. From there on:", "Sampai {time} keduanya sama. Sejak itu:";
        no_difference: "Until {time}, as far as both have run, they are the same, entry for entry.",
            "Sampai {time}, sejauh keduanya sudah berjalan, keduanya sama persis.";
        recorded_until: "It has run until {time}.", "Berjalan sampai {time}.";
        behind: "{branch} has run until {time} only: what comes after that is not known yet.",
            "{branch} baru berjalan sampai {time}: kelanjutannya belum diketahui.";
        run_on: "Run it until {time}, too", "Jalankan sampai {time} juga";
        show_and_run_on: "Show it and run it until {time}, too", "Tampilkan dan jalankan sampai {time} juga";
        another: "Another future begins here. The old one stays as a branch: see Branches in the time lab.",
            "Masa depan lain dimulai di sini. Yang lama tersimpan sebagai cabang: lihat Cabang di lab waktu.";
        let_go: "There were too many branches for a browser to keep: the oldest is gone.",
            "Cabangnya terlalu banyak untuk disimpan browser: cabang tertua dibuang.";
        not_kept: "This browser has no room to keep the other branches over a reload: only the one that is shown is kept.",
            "Browser ini kehabisan tempat untuk menyimpan cabang lain: setelah dimuat ulang hanya cabang yang tampil yang ada.";
        no_such_branch: "This branch is not there any more, or it is the one that is shown.",
            "Cabang ini sudah tidak ada, atau sedang ditampilkan.";
    }
}
