using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Tmcp.Bridge.Configuration;

/// <summary>Where PocketBase is, and the bridge's own account there. Section <c>PocketBase</c>.</summary>
internal sealed class PocketBaseOptions : IValidatableObject
{
    public const string Section = "PocketBase";

    /// <summary>Base address; <c>POCKETBASE_URL</c> in the environment.</summary>
    [Required]
    public Uri Url { get; init; } = new("http://127.0.0.1:8090");

    /// <summary>E-mail of the bridge's account, a superuser or a user; <c>POCKETBASE_USER</c> in the environment.</summary>
    public string User { get; init; } = "";

    /// <summary>Password of the bridge's account; <c>POCKETBASE_PASSWORD</c> in the environment.</summary>
    public string Password { get; init; } = "";

    /// <summary>Whether the bridge has an account of its own.</summary>
    public bool HasAccount => User.Length > 0 && Password.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https"))
            yield return new($"POCKETBASE_URL is '{Url}', which is no http or https address. Set it to the base address of PocketBase, for example http://localhost:8090.");
        if (User.Length > 0 != Password.Length > 0)
            yield return new("Only one of POCKETBASE_USER and POCKETBASE_PASSWORD is set. Set both, or neither.");
    }
}

[OptionsValidator]
internal sealed partial class ValidatePocketBaseOptions : IValidateOptions<PocketBaseOptions>;
