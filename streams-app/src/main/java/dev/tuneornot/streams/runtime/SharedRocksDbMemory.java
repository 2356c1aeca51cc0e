package dev.tuneornot.streams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write buffer for all stores of the process. By default each store of each
 * partition has 50 MiB of cache and 48 MiB of write buffers of its own. Filters are there for
 * looking up single proposals; blocks are laid out for that and for walks over them, and
 * compressed.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
  private static final long MEBIBYTE = 1024L * 1024;
  private static final long CACHE_BYTES = 192 * MEBIBYTE;
  private static final long WRITE_BUFFER_BYTES = 96 * MEBIBYTE;

  /**
   * RocksDB searches a block by one entry in so many and walks on from there. Its default is 16,
   * for short entries; a proposal takes several cache lines.
   */
  private static final int BLOCK_RESTART_INTERVAL = 4;

  /**
   * Kafka Streams' own is 4 KiB, less than twenty proposals: a sweep that walks over them reads
   * each block once, with a call to the system, a check sum and a place in the cache.
   */
  private static final long BLOCK_BYTES = 16 * 1024L;

  // Shared by all stores, closed by none of them.
  private static final class Shared {
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS =
        new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(new BloomFilter());
    table.setBlockRestartInterval(BLOCK_RESTART_INTERVAL);
    table.setBlockSize(BLOCK_BYTES);
    // Kafka Streams' own is none. Proposals repeat names; most re-scores read what is on the heap.
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setWriteBufferManager(Shared.WRITE_BUFFERS);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // Everything is shared.
  }
}
