using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>
/// An error as the Graph API answers it: https://developers.facebook.com/docs/graph-api/guides/error-handling
/// </summary>
internal sealed record GraphError(string Message, string Type, int Code) : IResult
{
    private const string Documentation = "Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";

    public int? Subcode { get; init; }

    /// <summary>True when the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    public static GraphError NoToken { get; } = new("An access token is required to request this resource.", "OAuthException", 104);

    public static GraphError InvalidToken { get; } = new("Invalid OAuth access token - Cannot parse access token", "OAuthException", 190);

    public static GraphError ExpiredToken { get; } = new("Error validating access token: The session has expired. Sign in again.", "OAuthException", 190) { Subcode = 463 };

    public static GraphError NoPermission { get; } = new(
        "(#200) If posting to a page, requires both pages_read_engagement and pages_manage_posts as an admin with sufficient administrative permission", "OAuthException", 200)
    {
        Status = StatusCodes.Status403Forbidden,
    };

    public static GraphError Empty { get; } = new("(#100) Missing message or attachment", "OAuthException", 100) { Subcode = 1349125 };

    public static GraphError NoPicture { get; } = new("(#324) Requires upload file", "OAuthException", 324) { Subcode = 2069019 };

    public static GraphError WrongPicture { get; } = new("(#100) Invalid image: JPEG, BMP, PNG, GIF and TIFF of 4 MB at most are accepted", "OAuthException", 100) { Subcode = 1366046 };

    public static GraphError TooManyCalls { get; } = new("(#4) Application request limit reached", "OAuthException", 4) { Subcode = 1349193, IsTransient = true };

    public static GraphError TooManyPosts { get; } = new("(#613) Calls to this api have exceeded the rate limit.", "OAuthException", 613) { IsTransient = true };

    public static GraphError Unavailable { get; } = new("An unexpected error has occurred. Please retry your request later.", "OAuthException", 2)
    {
        IsTransient = true, Status = StatusCodes.Status500InternalServerError,
    };

    public static GraphError Parameter(string text) => new($"(#100) {text}", "OAuthException", 100);

    public static GraphError UnknownObject(string verb, string id) => new(
        $"Unsupported {verb} request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. {Documentation}",
        "GraphMethodException", 100) { Subcode = 33 };

    public static GraphError UnknownPath(PathString path) => new($"Unknown path components: {path}", "OAuthException", 2500) { Status = StatusCodes.Status404NotFound };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Code is 104 or 190)
            httpContext.Response.Headers.WWWAuthenticate = $"OAuth \"Facebook Platform\" \"invalid_token\" \"{Message}\"";
        var trace = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(httpContext.TraceIdentifier))[..8]).TrimEnd('=').Replace('/', '_');
        var body = new GraphErrorBody(new GraphErrorMembers(Message, Type, Code, Subcode, IsTransient ? true : null, $"A{trace}"));
        return TypedResults.Text(JsonSerializer.Serialize(body, FacebookJson.Wire.GraphErrorBody), "application/json", Encoding.UTF8, Status).ExecuteAsync(httpContext);
    }
}

internal sealed record GraphErrorBody(GraphErrorMembers Error);

internal sealed record GraphErrorMembers(string Message, string Type, int Code, int? ErrorSubcode, bool? IsTransient, string FbtraceId);
