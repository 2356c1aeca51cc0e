package dev.tuneornot.standalone.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One system and one browser for all test classes of this package that run in a JVM. Failsafe runs
 * each class by itself where it has several JVMs, so what is to last over them belongs to the
 * session, which closes it at its end.
 */
final class ReadersExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ReadersExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == PageStack.class || type == Readers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    PageStack stack =
        store.getOrComputeIfAbsent(PageStack.class, key -> startStack(), PageStack.class);
    return parameter.getParameter().getType() == PageStack.class
        ? stack
        : store.getOrComputeIfAbsent(Readers.class, key -> Readers.of(stack), Readers.class);
  }

  private static PageStack startStack() {
    try {
      return PageStack.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the system started", e);
    }
  }
}
