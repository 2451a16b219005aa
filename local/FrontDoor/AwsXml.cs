using System.Text;
using System.Xml;

namespace SonicBridge.Local.FrontDoor;

/// <summary>How XML answers are written: UTF-8 without a mark, and characters that XML forbids as references.</summary>
internal static class AwsXml
{
    public static XmlWriterSettings Settings { get; } =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };
}
