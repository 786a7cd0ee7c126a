namespace Tmcp.Bridge.PocketBase;

/// <summary>PocketBase answers a caller with a bad token as it answers a guest; these are the answers that a guest gets.</summary>
internal static class GuestAnswer
{
    // {"items":[],"page":1,"perPage":30,"totalItems":0,"totalPages":0}
    private const int EmptyListMaxBytes = 200;

    public static bool IsPossible(HttpMethod method, PocketBaseAnswer answer) => answer.Status switch
    {
        401 or 403 or 404 => true,
        400 => method == HttpMethod.Post,
        200 => method == HttpMethod.Get && answer.Body.Length <= EmptyListMaxBytes && answer.Body.IndexOf("\"items\":[]"u8) >= 0,
        _ => false,
    };
}
