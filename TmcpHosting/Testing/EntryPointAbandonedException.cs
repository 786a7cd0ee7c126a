namespace Aspire.Hosting.Testing;

/// <summary>Unwinds an entry point whose test has lost interest.</summary>
internal sealed class EntryPointAbandonedException() : Exception("The test was disposed before the application started.");
