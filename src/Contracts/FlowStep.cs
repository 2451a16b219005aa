using System.Text.Json.Serialization;

namespace SonicBridge.Contracts;

/// <summary>What the contact flow does next. The names are those by which the flow branches.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlowStep>))]
public enum FlowStep
{
    /// <summary>Ask again at once: nothing to do yet.</summary>
    [JsonStringEnumMemberName("wait")]
    Wait,

    /// <summary>Play a prompt, then ask again.</summary>
    [JsonStringEnumMemberName("play")]
    Play,

    /// <summary>Say a text, then ask again.</summary>
    [JsonStringEnumMemberName("say")]
    Say,

    /// <summary>Hand the caller to a person.</summary>
    [JsonStringEnumMemberName("transfer")]
    Transfer,

    /// <summary>Hang up.</summary>
    [JsonStringEnumMemberName("end")]
    End,
}
