namespace TmcpEmulators.Facebook.Posts;

/// <summary>A post on a page. <paramref name="Id"/>: page id, underscore, number.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PageId">The page that it stands on.</param>
/// <param name="Message">Its text; empty for a picture without caption.</param>
/// <param name="CreatedTime">When it was made.</param>
internal sealed record Post(string Id, string PageId, string Message, DateTimeOffset CreatedTime)
{
    public DateTimeOffset? UpdatedTime { get; init; }

    /// <summary>The page that it leads to.</summary>
    public string? Link { get; init; }

    /// <summary>Id of its picture.</summary>
    public string? PhotoId { get; init; }

    /// <summary>Where the picture is: a path of the emulator, or an address elsewhere.</summary>
    public string? Picture { get; init; }

    /// <summary>False for one that waits for its time.</summary>
    public bool IsPublished { get; init; } = true;

    public DateTimeOffset? ScheduledPublishTime { get; init; }
}

/// <summary>Something that happened to the posts. <paramref name="Kind"/>: created, edited, deleted or cleared.</summary>
internal sealed record PostEvent(string Kind, string? Id = null, Post? Post = null);
