using System.Text.Json.Serialization;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>What <c>diagnose</c> leaves in the folder of a call that failed.</summary>
internal static class DiagnosisFile
{
    public static JsonFile<Diagnosis> Diagnosis { get; } =
        new("diagnosis.json", DiagnosisJson.Default.Diagnosis);
}

/// <summary>How it is written: for people to read.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(Diagnosis))]
internal sealed partial class DiagnosisJson : JsonSerializerContext;
