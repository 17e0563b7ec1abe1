package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// treeFile names each hash once; proofs and roots point to them by index.
type treeFile struct {
	Hashes      []string          `json:"hashes"`
	Roots       [][2]int64        `json:"roots"`       // size, hash
	Inclusion   [][]int64         `json:"inclusion"`   // size, index, hashes of the proof
	Consistency [][]int64         `json:"consistency"` // old size, size, hashes of the proof
	Tiles       map[string]string `json:"tiles"`       // path: hex SHA-256 of the tile's bytes

	places map[tlog.Hash]int64
}

func (f *treeFile) place(hash tlog.Hash) int64 {
	place, found := f.places[hash]
	if !found {
		place = int64(len(f.Hashes))
		f.places[hash] = place
		f.Hashes = append(f.Hashes, encode(hash))
	}
	return place
}

func (f *treeFile) row(head []int64, proof []tlog.Hash) []int64 {
	for _, hash := range proof {
		head = append(head, f.place(hash))
	}
	return head
}

const most = 65537

// Every pair up to 70; above, what lies at the edges of tiles.
var large = []int64{255, 256, 257, 258, 511, 512, 513, 65535, 65536, most}

func makeTree() *treeFile {
	t := newTree(most)
	f := &treeFile{Tiles: map[string]string{}, places: map[tlog.Hash]int64{}}
	sizes := []int64{}
	for size := int64(1); size <= 70; size++ {
		sizes = append(sizes, size)
	}
	for _, size := range append(sizes, large...) {
		f.Roots = append(f.Roots, [2]int64{size, f.place(got(tlog.TreeHash(size, t)))})
		f.addInclusion(t, size)
		f.addConsistency(t, size)
		if size == 1 || size == 70 || size > 70 {
			f.addTiles(t, size)
		}
	}
	return f
}

func (f *treeFile) addInclusion(t *tree, size int64) {
	indexes := []int64{0, 1, 127, 128, 254, 255, 256, size / 2, size - 2, size - 1}
	if size <= 70 {
		indexes = nil
		for index := range size {
			indexes = append(indexes, index)
		}
	}
	for _, index := range indexes {
		if index < size {
			f.Inclusion = append(f.Inclusion, f.row([]int64{size, index}, got(tlog.ProveRecord(size, index, t))))
		}
	}
}

func (f *treeFile) addConsistency(t *tree, size int64) {
	olds := []int64{}
	for old := int64(1); old <= 70 && old <= size; old++ {
		if size <= 70 || old < 4 || old > 62 {
			olds = append(olds, old)
		}
	}
	for _, old := range append(olds, large...) {
		if old <= size {
			f.Consistency = append(f.Consistency, f.row([]int64{old, size}, got(tlog.ProveTree(size, old, t))))
		}
	}
}

func (f *treeFile) addTiles(t *tree, size int64) {
	for _, tile := range tlog.NewTiles(8, 0, size) {
		sum := sha256.Sum256(got(tlog.ReadTileData(tile, t)))
		f.Tiles[strings.Replace(tile.Path(), "tile/8/", "tile/", 1)] = hex.EncodeToString(sum[:])
	}
}
