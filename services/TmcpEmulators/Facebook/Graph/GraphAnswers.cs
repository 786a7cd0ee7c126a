using System.Text.Json.Serialization;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>Ids of what was made; of a photo its own and that of its post.</summary>
internal sealed record PostIds(string Id, string? PostId = null);

internal sealed record PageDescription(string Id, string Name);

internal sealed record PostList(IReadOnlyList<PublicPost> Data);

/// <summary>A post as a client of the Graph API sees it.</summary>
internal sealed record PublicPost(string Id, string? Message, string CreatedTime, string? Link, string? FullPicture, bool IsPublished);

internal sealed record Success([property: JsonPropertyName("success")] bool IsDone = true);
