using System.Text;
using System.Text.Json;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>A contact flow or module as a backup holds it.</summary>
/// <param name="Place">Where it is, or was.</param>
/// <param name="Metadata">What is known of it besides its content.</param>
/// <param name="Published">The content that callers met.</param>
/// <param name="Saved">The draft, where it was another.</param>
internal sealed record FlowBackup(FlowPlace Place, FlowMetadata Metadata, string Published, string? Saved)
{
    /// <summary>Reads all of a migration's backup: first the modules, since flows invoke them.</summary>
    public static async Task<IReadOnlyList<FlowBackup>> ReadAllAsync(MigrationStore store)
    {
        var all = new List<FlowBackup>();
        foreach (var isModule in new[] { true, false })
        {
            var below = FlowPlace.FolderOfAll(isModule);
            foreach (var path in await store.ListAsync(below))
            {
                if (path[below.Length..].Split('/') is [var id, FlowMetadata.FileName])
                {
                    all.Add(await ReadAsync(store, new FlowPlace(isModule, id)));
                }
            }
        }

        return all;
    }

    private static async Task<FlowBackup> ReadAsync(MigrationStore store, FlowPlace place) =>
        new(
            place,
            JsonSerializer.Deserialize(
                await RequireAsync(store, $"{place.Folder}{FlowMetadata.FileName}"),
                MigrationJson.Default.FlowMetadata
            )!,
            Encoding.UTF8.GetString(await RequireAsync(store, $"{place.Folder}{FlowSnapshot.Published}")),
            await store.ReadBytesAsync($"{place.Folder}{FlowSnapshot.Saved}") is { } saved
                ? Encoding.UTF8.GetString(saved)
                : null
        );

    private static async Task<byte[]> RequireAsync(MigrationStore store, string path) =>
        await store.ReadBytesAsync(path)
        ?? throw new InvalidDataException($"{store.Folder}{path} is missing: the backup is not whole.");
}
