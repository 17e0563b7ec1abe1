package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/transparency-dev/formats/log"
	formats "github.com/transparency-dev/formats/note"
	"github.com/transparency-dev/formats/proof"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// claims are what ours made; hashes, tiles and entries in base64.
type claims struct {
	Notes []struct {
		Note, Text string
		Vkeys      []string
	}
	Checkpoints []checkpoint
	Inclusion   []struct {
		Index, Size int64
		Entry, Root string
		Proof       []string
	}
	Consistency []struct {
		OldSize, Size int64
		OldRoot, Root string
		Proof         []string
	}
	Proofs []struct {
		Text, Entry, Vkey string
	}
	Tiles []struct {
		Size  int64
		Root  string
		Tiles map[string]string
	}
}

type checkpoint struct {
	Note, Origin, Vkey, Root string
	Size                     int64
	Witnesses                []string
	Seconds                  []int64
}

func check(c claims) map[string][]string {
	return map[string][]string{
		"notes":       verdicts(len(c.Notes), func(i int) error { return checkNote(c.Notes[i].Note, c.Notes[i].Text, c.Notes[i].Vkeys) }),
		"checkpoints": verdicts(len(c.Checkpoints), func(i int) error { return checkCheckpoint(c.Checkpoints[i]) }),
		"inclusion": verdicts(len(c.Inclusion), func(i int) error {
			p := c.Inclusion[i]
			return tlog.CheckRecord(hashes(p.Proof), p.Size, hash(p.Root), p.Index, tlog.RecordHash(decode(p.Entry)))
		}),
		"consistency": verdicts(len(c.Consistency), func(i int) error {
			p := c.Consistency[i]
			return tlog.CheckTree(hashes(p.Proof), p.Size, hash(p.Root), p.OldSize, hash(p.OldRoot))
		}),
		"proofs": verdicts(len(c.Proofs), func(i int) error { return checkProof(c.Proofs[i].Text, c.Proofs[i].Entry, c.Proofs[i].Vkey) }),
		"tiles":  verdicts(len(c.Tiles), func(i int) error { return checkTiles(c.Tiles[i].Size, c.Tiles[i].Root, c.Tiles[i].Tiles) }),
	}
}

func verdicts(count int, judge func(int) error) []string {
	verdicts := make([]string, count)
	for i := range count {
		if err := judge(i); err != nil {
			verdicts[i] = err.Error()
		}
	}
	return verdicts
}

func checkNote(signed, text string, vkeys []string) error {
	verifiers := []note.Verifier{}
	for _, vkey := range vkeys {
		verifier, err := note.NewVerifier(vkey)
		if err != nil {
			return err
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open([]byte(signed), note.VerifierList(verifiers...))
	if err != nil {
		return err
	}
	if opened.Text != text || len(opened.Sigs) != len(vkeys) {
		return fmt.Errorf("%d signatures of %q", len(opened.Sigs), opened.Text)
	}
	return nil
}

func checkCheckpoint(c checkpoint) error {
	verifier, err := note.NewVerifier(c.Vkey)
	if err != nil {
		return err
	}
	witnesses := []note.Verifier{}
	for _, vkey := range c.Witnesses {
		witness, err := formats.NewVerifierForCosignatureV1(vkey)
		if err != nil {
			return err
		}
		witnesses = append(witnesses, witness)
	}
	parsed, _, opened, err := log.ParseCheckpoint([]byte(c.Note), c.Origin, verifier, witnesses...)
	if err != nil {
		return err
	}
	if int64(parsed.Size) != c.Size || base64.StdEncoding.EncodeToString(parsed.Hash) != c.Root {
		return fmt.Errorf("read as size %d, root %x", parsed.Size, parsed.Hash)
	}
	if len(opened.Sigs) != 1+len(c.Witnesses) {
		return fmt.Errorf("%d signatures verified", len(opened.Sigs))
	}
	for i, signature := range opened.Sigs[1:] {
		at, err := formats.CoSigV1Timestamp(signature)
		if err != nil || at.Unix() != c.Seconds[i] {
			return fmt.Errorf("cosigned at %v: %v", at, err)
		}
	}
	return nil
}

func checkProof(text, entry, vkey string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	var parsed proof.TLogProof
	if err := parsed.Unmarshal([]byte(text)); err != nil {
		return err
	}
	if string(parsed.Marshal()) != text {
		return errors.New("written otherwise")
	}
	head, _, _, err := log.ParseCheckpoint(parsed.Checkpoint, verifier.Name(), verifier)
	if err != nil {
		return err
	}
	path := tlog.RecordProof{}
	for _, sibling := range parsed.Hashes {
		path = append(path, tlog.Hash(sibling))
	}
	return tlog.CheckRecord(path, int64(head.Size), tlog.Hash(head.Hash), int64(parsed.Index), tlog.RecordHash(decode(entry)))
}

// tiles lets sumdb's own reader, which verifies each tile against the root, read ours.
type tiles map[string]string

func (tiles) Height() int                     { return 8 }
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	data := [][]byte{}
	for _, tile := range wanted {
		found, ok := t[strings.Replace(tile.Path(), "tile/8/", "tile/", 1)]
		if !ok {
			return nil, fmt.Errorf("no %s", tile.Path())
		}
		data = append(data, decode(found))
	}
	return data, nil
}

func checkTiles(size int64, root string, ours tiles) error {
	indexes := []int64{}
	for i := range size {
		indexes = append(indexes, tlog.StoredHashIndex(0, i))
	}
	found, err := tlog.TileHashReader(tlog.Tree{N: size, Hash: hash(root)}, ours).ReadHashes(indexes)
	if err != nil {
		return err
	}
	for i := range size {
		if found[i] != tlog.RecordHash(entry(i)) {
			return fmt.Errorf("leaf %d is another", i)
		}
	}
	return nil
}

func decode(text string) []byte { return got(base64.StdEncoding.DecodeString(text)) }

func hash(text string) tlog.Hash { return tlog.Hash(decode(text)) }

func hashes(texts []string) []tlog.Hash {
	decoded := []tlog.Hash{}
	for _, text := range texts {
		decoded = append(decoded, hash(text))
	}
	return decoded
}
