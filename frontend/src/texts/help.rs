//! Keys, help and settings, and the question before everything is forgotten.

texts! {
    /// Keys, help and settings.
    HelpTexts {
        keys: "Keys", "Pintasan keyboard";
        keys_hint: "They act where nobody types. On a button, Space presses it instead. A presenter's clicker works too: forwards, backwards, and its dot.",
            "Pintasan ini berlaku selama kamu tidak sedang mengetik. Kalau fokus ada di sebuah tombol di layar, Spasi menekan tombol itu. Remote presentasi juga bisa dipakai: tombol maju, mundur, dan titik.";
        key_space: "Space", "Spasi";
        key_page_down: "Page down", "Page down";
        key_page_up: "Page up", "Page up";
        key_control: "Ctrl", "Ctrl";
        key_shift: "Shift", "Shift";
        bare_keys: "Single characters are shortcuts", "Pakai pintasan satu tombol";
        bare_keys_hint: "Switch them off if you speak to your computer, or if keys are pressed by accident.",
            "Matikan kalau kamu memakai perintah suara, atau kalau tombol sering tertekan tanpa sengaja.";
        settings: "Settings", "Pengaturan";
        less_motion: "Less motion", "Kurangi gerakan";
        less_motion_hint: "Messages do not fly. Your system's own setting counts too.",
            "Pesan tidak digambar bergerak. Pengaturan di sistemmu juga diikuti.";
        start_afresh: "Start afresh", "Kembalikan seperti baru";
        start_afresh_hint: "For the next class: forgets the run, the scenario and all settings.",
            "Untuk kelas berikutnya: menghapus simulasi, skenario, dan semua pengaturan.";
        start_afresh_question: "The run, the scenario that you opened and all settings are forgotten. This cannot be undone.",
            "Simulasi, skenario yang kamu buka, dan semua pengaturan akan dihapus. Ini tidak bisa diurungkan.";
        cancel: "Cancel", "Batal";
    }
}
