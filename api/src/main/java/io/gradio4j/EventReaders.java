package io.gradio4j;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The classes that know how to read an event's payload by themselves, see {@link Gradio#eventData}. */
final class EventReaders {

    private static final Map<Class<?>, Function<EventData, ?>> READERS = Map.of(
            EventData.class, event -> event,
            SelectData.class, SelectData::from,
            CopyData.class, CopyData::from,
            LikeData.class, LikeData::from,
            RetryData.class, RetryData::from,
            UndoData.class, UndoData::from,
            EditData.class, EditData::from,
            DeletedFileData.class, DeletedFileData::from,
            DownloadData.class, DownloadData::from);

    private EventReaders() {
    }

    static <T> Optional<Function<EventData, T>> of(Class<T> type) {
        return Optional.ofNullable(READERS.get(type)).map(reader -> event -> type.cast(reader.apply(event)));
    }
}
