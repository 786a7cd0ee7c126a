namespace Tmcp.Tests.Shared;

/// <summary>A user of the test's PocketBase, signed in.</summary>
internal sealed record PocketBaseUser(string Id, string Email, string Password, string Token);
