using Tmcp.Publisher.Processes;

namespace Tmcp.Publisher.Images;

/// <summary>One image and what makes it.</summary>
/// <param name="Repository">Without the registry: the key of its lock.</param>
/// <param name="Reference">With registry and tag.</param>
/// <param name="Calls">In order.</param>
internal sealed record ImageStep(string Repository, string Reference, IReadOnlyList<ProcessCall> Calls);
