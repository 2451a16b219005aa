using System.Text.Json;
using SonicBridge.Bench.Calls;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Results;

/// <summary>What a command measured, kept in the repository: pages and pictures are made from it.</summary>
/// <param name="Name">Its file's name under <c>test/Bench/results</c>.</param>
internal sealed record ResultFile<T>(string Name)
    where T : class
{
    // As the repository's formatter leaves them alone: one value a line.
    private static readonly JsonSerializerOptions s_layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string Path => System.IO.Path.Join(Product.Built.Repository, "test", "Bench", "results", $"{Name}.json");

    /// <exception cref="NotReadyException">Nothing was kept yet.</exception>
    public T Read()
    {
        if (!File.Exists(Path))
        {
            throw new NotReadyException(
                $"'{Path}' is not there: run `dotnet run -c Release --project test/Bench -- {Name} --write`."
            );
        }

        using var file = File.OpenRead(Path);
        return JsonSerializer.Deserialize<T>(file, s_layout)
            ?? throw new InvalidDataException($"'{Path}' holds nothing.");
    }

    public void Write(T content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, JsonSerializer.Serialize(content, s_layout) + "\n");
    }
}

/// <summary>All that is kept.</summary>
internal static class ResultFiles
{
    public static ResultFile<CallsResult> Calls { get; } = new(CallsCommand.Name);

    public static ResultFile<Lambdas.StartsResult> Starts { get; } = new(Lambdas.StartsCommand.Name);

    public static ResultFile<Polls.PollsResult> Polls { get; } = new(Bench.Polls.PollsCommand.Name);
}
