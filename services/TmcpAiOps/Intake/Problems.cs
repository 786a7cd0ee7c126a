using Microsoft.AspNetCore.Http.HttpResults;

namespace Tmcp.AiOps.Intake;

/// <summary>Every refusal of this service, with its stable type.</summary>
internal static class Problems
{
    public static ProblemHttpResult BadBody(string detail) => Create(StatusCodes.Status400BadRequest, "The body cannot be read", detail, "bad-body");

    public static ProblemHttpResult Unauthorized() => Create(
        StatusCodes.Status401Unauthorized, "A token is needed", "Send 'Authorization: Bearer <token>' with the token in AIOPS_TOKEN of this service.", "unauthorized");

    public static ProblemHttpResult NotFound(string what, string id) => Create(
        StatusCodes.Status404NotFound, $"There is no such {what}", $"No {what} has the id '{Alerts.Texts.Cut(id, 80)}'. It may have been removed after its time.", "not-found");

    public static ProblemHttpResult TooLarge(int most) => Create(
        StatusCodes.Status413PayloadTooLarge, "The body is too large", $"The body has more than {most} bytes. Send it in smaller parts.", "too-large");

    public static ProblemHttpResult StoreUnavailable(string detail) => Create(
        StatusCodes.Status503ServiceUnavailable, "Nothing can be accepted now", $"{detail} Nothing was accepted: send it again.", "store-unavailable");

    private static ProblemHttpResult Create(int status, string title, string detail, string type) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:tmcp:problem:{type}");
}
