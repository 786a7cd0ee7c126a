using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Redis;

/// <summary>When the server writes its data to disk.</summary>
/// <param name="Interval">The least time between two snapshots; whole seconds.</param>
/// <param name="KeysChangedThreshold">How many keys must have changed.</param>
internal sealed record RedisPersistenceAnnotation(TimeSpan Interval, long KeysChangedThreshold) : IResourceAnnotation;
