//! The inspector.

texts! {
    /// The inspector.
    InspectorTexts {
        title: "Inspector", "Inspektor";
        choose: "Choose a node", "Pilih simpul";
        nothing: "Choose a node here or in the graph to see what it does and to change it.", "Pilih satu simpul di sini atau di graf untuk melihat kerjanya dan mengubahnya.";
        service_title: "Service {service}", "Servis {service}";
        gone: "{service} was removed from this scenario.", "{service} sudah dihapus dari skenario ini.";

        never_started: "Not started.", "Belum dijalankan.";
        starts_at: "Starts at {time}.", "Mulai berjalan pada {time}.";
        sleeping: "Sleeping until its next look.", "Tidur sampai pemeriksaan berikutnya.";
        working: "Working on {state}, then sets {next}.", "Mengerjakan {state}, lalu mengganti state menjadi {next}.";
        finishing: "Finishes {state}, sets {next}, then stops.", "Menyelesaikan {state}, mengganti state menjadi {next}, lalu berhenti.";
        stopped: "Stopped.", "Sudah dihentikan.";
        crashed: "Crashed.", "Dimatikan paksa.";

        run: "Its run", "Jalankan dan hentikan";
        start: "Start", "Jalankan";
        stop: "Stop", "Hentikan";
        crash: "Crash", "Matikan paksa";
        restart: "Restart", "Jalankan ulang";
        remove: "Remove", "Hapus";
        is_running: "{service} is running already.", "{service} sudah berjalan.";
        was_never_started: "{service} was never started; start it instead.", "{service} belum pernah dijalankan; pilih Jalankan saja.";
        is_stopping: "{service} is stopping already, as soon as its work is done.", "{service} sudah akan berhenti begitu pekerjaannya selesai.";
        is_not_running: "{service} is not running.", "{service} tidak sedang berjalan.";
        was_refused: "Refused at {time}:", "Ditolak pada {time}:";
        cannot: "This cannot be done:", "Ini tidak bisa dilakukan:";

        settings: "Settings", "Pengaturan";
        allowed: "States it acts on → what it then sets", "State yang diizinkan → state setelah selesai";
        state: "State", "State";
        row_state: "State {number}", "State {number}";
        row_next: "Set after state {number}", "Pengganti state {number}";
        row_add: "Add a state", "Tambah state";
        row_remove: "Remove state {number}", "Hapus state {number}";
        no_rows: "It acts on no state.", "Tidak ada state yang diizinkan.";
        looks_every: "Looks every", "Memeriksa tiap";
        works_for: "Works for", "Bekerja selama";
        unit: "s", "detik";
        less: "{field}: less", "{field}: kurangi";
        more: "{field}: more", "{field}: tambah";
        apply: "Apply", "Terapkan";
        discard: "Discard", "Batalkan";
        nothing_to_apply: "Nothing is changed yet.", "Belum ada yang diubah.";
        when_it_counts: "New states count from the next look, a new work time from the next work.", "State baru berlaku mulai pemeriksaan berikutnya, lama bekerja yang baru mulai pekerjaan berikutnya.";

        name: "Name", "Nama";
        rename: "Rename", "Ganti nama";
        same_name: "That is its name already.", "Memang itu namanya sekarang.";
        add: "Add a service", "Tambah servis";
        add_now: "Add", "Tambahkan";
        start_at_once: "Starts at once", "Langsung dijalankan";

        seconds_empty: "Type a number of seconds.", "Ketik jumlah detiknya.";
        seconds_not_a_number: "Type a number, such as {example}.", "Ketik angka, misalnya {example}.";
        seconds_too_fine: "At most three decimals.", "Paling banyak tiga angka di belakang koma.";
        seconds_ambiguous: "This can be read in two ways; leave out the marks between thousands.", "Angka ini bisa dibaca dengan dua cara; jangan pakai pemisah ribuan.";
        seconds_too_small: "At least {least}.", "Paling singkat {least}.";
        seconds_too_large: "At most 366 days.", "Paling lama 366 hari.";
        state_twice: "This state is there twice.", "State ini tertulis dua kali.";

        publisher_is: "The tutorial's publisher.py: it sets the key to a state and ends. It does not know who looks at the key.", "publisher.py dari tutorial: ia mengganti state di key, lalu selesai. Ia tidak tahu siapa yang memeriksanya.";
        broker_is: "Redis in the tutorial. Its key app:state remembers only the last state; whoever looks too late never sees the ones before.", "Di tutorial, broker-nya Redis. Key app:state hanya menyimpan state terakhir; yang terlambat memeriksa tidak akan melihat state sebelumnya.";
        receiver_is: "The Publisher Receiver of the tutorial's first diagram: subscribers report their finished work to it.", "Publisher Receiver di diagram pertama tutorial: subscriber melaporkan pekerjaan yang selesai kepadanya.";
        published: "States published", "State yang dikirim";
        results: "Results received", "Hasil yang diterima";
        lost: "States lost", "State yang hilang";
        key: "Key", "Key";
        value: "Value", "Isi";
        no_value: "nothing yet", "masih kosong";
        since: "Since", "Sejak";
        set_by: "Set by", "Diisi oleh";
        taken_by: "Times taken", "Berapa kali diambil";
        the_publisher: "publisher", "publisher";
        somebody_elsewhere: "somebody elsewhere", "entah siapa, dari tempat lain";

        fates: "What became of the last states", "Nasib beberapa state terakhir";
        no_fates: "No state was set yet.", "Belum ada state yang dikirim.";
        time: "Time", "Waktu";
        set_when: "{time} by {who}", "{time} oleh {who}";
        fate: "Fate", "Nasib";
        took: "{service} took it after {time}", "diambil {service} setelah {time}";
        was_lost: "lost: overwritten by {who}", "hilang: tertimpa oleh {who}";
        unheard: "no service acts on it", "tidak ada servis yang menanggapi";
        waiting: "waits for a look", "menunggu diperiksa";
        left_to_others: "left to others: what became of it was not seen here",
            "diserahkan ke yang lain: nasibnya tidak terlihat di sini";
        rests: "nobody has to act on it", "tidak perlu ditanggapi";
        last_results: "The last results", "Hasil terakhir";
        no_results: "No work is finished yet.", "Belum ada pekerjaan yang selesai.";
        work_on: "Work on", "Pekerjaan untuk";
    }
}
