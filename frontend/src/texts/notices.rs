//! Notices: why something was not done, and what a person should know.

texts! {
    /// Notices: why something was not done, and what a person should know.
    NoticeTexts {
        nothing_ahead: "Nothing happens any more: no service is running. Start one, or add one.",
            "Tidak akan terjadi apa-apa lagi: tidak ada servis yang berjalan. Jalankan salah satu, atau tambahkan yang baru.";
        no_change_ahead: "Nothing changes by itself from here on: the services look and find nothing for themselves. Publish a state.",
            "Mulai dari sini tidak ada yang berubah dengan sendirinya: servis terus memeriksa tanpa menemukan apa-apa. Kirim satu state.";
        nothing_before: "This is the very beginning.", "Ini sudah awal simulasi.";
        nothing_to_undo: "Nothing to undo: edits, cuts, restarts and opened scenarios can be undone.",
            "Belum ada yang bisa diurungkan. Yang bisa: pengaturan, rekaman yang terpotong, mulai dari awal, dan ganti skenario.";
        nothing_to_redo: "Nothing to redo: nothing has been undone.", "Tidak ada yang bisa diulangi: belum ada yang diurungkan.";
        longest_run: "366 days: a run goes no further. Go back, or restart it.",
            "Sudah 366 hari: simulasi berhenti di sini. Mundurlah, atau mulai dari awal.";
        record_full: "The record is full: a browser can hold no more. Go back, or restart the run.",
            "Rekaman sudah penuh: browser tidak bisa menampung lebih banyak. Mundurlah, atau mulai dari awal.";
        bad_parameter: "The link says {name}={value}. That is not known here, so the page opened without it.",
            "Tautan ini berisi {name}={value}. Nilai itu tidak dikenal, jadi diabaikan.";
        kept_is_garbage: "What was kept from last time cannot be read. It is put aside, and the page starts afresh.",
            "Data dari kunjungan sebelumnya tidak bisa dibaca. Data itu disisihkan, dan halaman mulai dari awal.";
        nothing_is_kept: "This browser keeps nothing for this page: save your run to a file before you leave.",
            "Browser ini tidak menyimpan apa pun untuk halaman ini: simpan simulasimu ke file sebelum menutup halaman.";
        no_room_to_keep: "There is no room left to keep this run: save it to a file before you leave.",
            "Tempat penyimpanan di browser sudah penuh: simpan simulasi ini ke file sebelum menutup halaman.";
        not_kept_yet: "What you did is not kept yet: that part of the page could not be loaded. Are you online? Your next change tries again.",
            "Perubahanmu belum tersimpan: bagian halaman itu tidak bisa dimuat. Apakah kamu sedang online? Perubahan berikutnya akan mencoba lagi.";

        nobody_selected: "Select the publisher or a service in the graph first: this key goes along what it does.",
            "Pilih dulu publisher atau sebuah servis di gambar: tombol ini mengikuti tindakannya.";
        no_loss_ahead: "No state is lost any more.", "Tidak ada lagi state yang hilang.";
        no_loss_before: "No state was lost before this.", "Sebelum ini tidak ada state yang hilang.";
        nothing_of_it_ahead: "It does nothing any more.", "Ia tidak melakukan apa-apa lagi.";
        nothing_of_it_before: "It did nothing before this.", "Sebelum ini ia tidak melakukan apa-apa.";
    }
}
