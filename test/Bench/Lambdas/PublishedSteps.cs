using SonicBridge.Bench.Calls;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Lambdas;

/// <summary>The product's functions as they are deployed: one executable, compiled ahead of time, beside the bridge.</summary>
internal static class PublishedSteps
{
    /// <summary>Where <c>dotnet publish</c> puts what is measured.</summary>
    public static string Folder { get; } = Path.Join(Product.Built.Repository, "artifacts", "bench");

    /// <summary>Publishes them. With nothing changed since the last time, this takes some seconds.</summary>
    /// <returns>The executable.</returns>
    /// <exception cref="NotReadyException">They cannot be published.</exception>
    public static async Task<string> PublishAsync(Action<string> say, CancellationToken cancellationToken)
    {
        var project = Path.Join(Product.Built.Repository, "src", "Steps", "SonicBridge.Steps.csproj");
        say("publishing the functions (native AOT)…");
        var (exitCode, said) = await ToolRun.AskAsync(
            "dotnet",
            ["publish", project, "-c", "Release", "-o", Folder, "--nologo"],
            cancellationToken
        );
        return exitCode == 0
            ? Path.Join(Folder, "SonicBridge.Steps")
            : throw new NotReadyException(
                $"The functions cannot be published (native AOT needs clang or gcc, and zlib1g-dev):\n{said}"
            );
    }
}
