// Makes golden files of notes, checkpoints, tiles and proofs with implementations that are not ours, and checks ours with them.
//
//	go run . make FOLDER   writes tree.json, notes.json and cosigned.json
//	go run . check         reads claims as JSON from stdin, writes a verdict for each: "" where it holds, what is wrong where not
//
// golang.org/x/mod/sumdb knows trees, tiles and notes; github.com/transparency-dev/formats cosignatures and tlog-proofs.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	switch {
	case len(os.Args) == 3 && os.Args[1] == "make":
		folder := os.Args[2]
		write(folder, "tree.json", makeTree())
		write(folder, "notes.json", makeNotes())
		write(folder, "cosigned.json", makeCosigned())
	case len(os.Args) == 2 && os.Args[1] == "check":
		var claims claims
		must(json.NewDecoder(os.Stdin).Decode(&claims))
		must(json.NewEncoder(os.Stdout).Encode(check(claims)))
	default:
		fmt.Fprintln(os.Stderr, "make FOLDER or check")
		os.Exit(2)
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func got[T any](value T, err error) T {
	must(err)
	return value
}

// write puts each item of a list on its own line, so that a change can be read.
func write(folder, name string, value any) {
	text := bytes.Buffer{}
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	must(encoder.Encode(value))
	lines := strings.NewReplacer("],[", "],\n[", `","`, "\",\n\"", "},{", "},\n{").Replace(text.String())
	must(os.WriteFile(filepath.Join(folder, name), []byte(lines), 0o644))
}

// entry is the i-th entry of the log that all golden files are about.
func entry(i int64) []byte {
	sum := sha256.Sum256(fmt.Appendf(nil, "entry %d", i))
	return fmt.Appendf(nil, `{"hash":"%s"}`, hex.EncodeToString(sum[:]))
}

// tree holds the stored hashes of a log, as sumdb numbers them.
type tree struct{ hashes []tlog.Hash }

func (t *tree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = t.hashes[index]
	}
	return hashes, nil
}

func newTree(size int64) *tree {
	t := &tree{}
	for i := range size {
		t.hashes = append(t.hashes, got(tlog.StoredHashes(i, entry(i), t))...)
	}
	return t
}

func encode(hash tlog.Hash) string { return base64.StdEncoding.EncodeToString(hash[:]) }
