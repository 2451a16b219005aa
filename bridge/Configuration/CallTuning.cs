using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Configuration;

/// <summary>How the model is asked to listen and speak in one call: as the environment has it, but for what the call's own configuration says.</summary>
internal static class CallTuning
{
    public static SonicSettings Of(SonicSettings settings, CallConfiguration configuration) =>
        settings with
        {
            SystemPrompt = PromptOf(configuration.SystemPrompt ?? settings.SystemPrompt, configuration.Language),
            Voice = configuration.Voice ?? VoiceOf(settings.Voice, configuration.Language),
            Greeting = configuration.Greeting ?? settings.Greeting,
            Endpointing = configuration.Endpointing switch
            {
                EndpointingSensitivity.High => Endpointing.High,
                EndpointingSensitivity.Medium => Endpointing.Medium,
                EndpointingSensitivity.Low => Endpointing.Low,
                _ => settings.Endpointing,
            },
            Tools = OfferedTools.Of(configuration),
        };

    private static string PromptOf(string prompt, string? language) =>
        language is null ? prompt : $"{prompt}\n\nSpeak {SonicVoices.NameOf(language)}.";

    // One of the language's own, unless the environment's is one.
    private static string VoiceOf(string voice, string? language) =>
        language is null || SonicVoices.NativeTo(language).Contains(voice) ? voice : SonicVoices.NativeTo(language)[0];
}
