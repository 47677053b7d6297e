package vn.lgsp.portal.list;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The rows of a list from its beginning to its end, read a thousand at a time by their key, so that memory stays flat.
 *
 * @param <R> the row
 */
class ExportRows<R> implements Iterator<List<Object>> {
    private static final int BATCH = 1000;

    private final ListPage<R> list;
    private Iterator<R> batch = List.<R>of().iterator();
    private String last;
    private boolean ended;

    ExportRows(ListPage<R> list) {
        this.list = list;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && !ended) {
            List<R> rows = list.rowsAfter(last, BATCH);
            ended = rows.size() < BATCH;
            batch = rows.iterator();
        }
        return batch.hasNext();
    }

    @Override
    public List<Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        R row = batch.next();
        last = list.getShape().key(row);
        return Arrays.asList(list.getShape().columns().stream()
                .map(column -> column.value(row))
                .toArray());
    }
}
