using System.Text.Json.Serialization.Metadata;

namespace SonicBridge.Contracts;

/// <summary>A JSON file of a folder in S3: its name there and the shape of what is in it.</summary>
public sealed record JsonFile<T>(string Name, JsonTypeInfo<T> Shape);
