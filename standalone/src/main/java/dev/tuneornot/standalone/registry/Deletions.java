package dev.tuneornot.standalone.registry;

import dev.tuneornot.standalone.registry.RegistryRecord.SubjectDeleted;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionErased;
import dev.tuneornot.standalone.registry.RegistryRecord.VersionWritten;
import java.util.List;

/** Deleting in two steps: softly first, then permanently. */
final class Deletions {

  private final Subjects subjects;
  private final RegistryWriter writer;

  Deletions(Subjects subjects, RegistryWriter writer) {
    this.subjects = subjects;
    this.writer = writer;
  }

  /**
   * @return the versions deleted
   */
  List<Integer> deleteSubject(String subject) {
    List<Integer> live =
        subjects.versions(subject, true).stream()
            .filter(registered -> !registered.deleted())
            .map(Registered::version)
            .toList();
    if (live.isEmpty()) {
      throw RegistryException.subjectSoftDeleted(subject);
    }
    writer.write(new SubjectDeleted(subject, live.get(live.size() - 1)));
    return live;
  }

  /**
   * @return the versions erased
   */
  List<Integer> eraseSubject(String subject) {
    List<Registered> versions = subjects.versions(subject, true);
    if (versions.stream().anyMatch(registered -> !registered.deleted())) {
      throw RegistryException.subjectNotSoftDeleted(subject);
    }
    for (Registered registered : versions) {
      writer.write(new VersionErased(subject, registered.version()));
    }
    return versions.stream().map(Registered::version).toList();
  }

  /**
   * @return the version deleted
   */
  int deleteVersion(String subject, int version) {
    Registered registered = subjects.version(subject, version, version != Subjects.LATEST);
    if (registered.deleted()) {
      throw RegistryException.versionSoftDeleted(subject, registered.version());
    }
    writer.write(
        new VersionWritten(
            subject,
            registered.version(),
            registered.id(),
            registered.schema().canonicalString(),
            true));
    return registered.version();
  }

  /**
   * @return the version erased
   */
  int eraseVersion(String subject, int version) {
    Registered registered = subjects.version(subject, version, true);
    if (!registered.deleted()) {
      throw RegistryException.versionNotSoftDeleted(subject, registered.version());
    }
    writer.write(new VersionErased(subject, registered.version()));
    return registered.version();
  }
}
