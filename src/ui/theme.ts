import type {
  ActionIconProps,
  ButtonProps,
  CheckboxProps,
  CSSVariablesResolver,
  DrawerProps,
  MantineColorsTuple,
  ModalProps,
  PaperProps,
  RadioProps,
  SegmentedControlProps,
  SwitchProps,
} from '@mantine/core'
import { createTheme } from '@mantine/core'

import { variantColors } from './variants'

/** The one accent: a deep sea teal. Shade 7 carries white text at 6.2:1, in both schemes. */
const tide: MantineColorsTuple = [
  '#e8f6f7',
  '#d2ebee',
  '#a5d8dd',
  '#72c2ca',
  '#43abb5',
  '#1f95a1',
  '#0e7f8b',
  '#0b6b76',
  '#0a5863',
  '#09454e',
]

/** Greys with a breath of the accent, so that surfaces and text belong together. Shade 6 reads at 5.4:1 on the page. */
const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e5eaec',
  '#dae0e4',
  '#c3ccd2',
  '#86929a',
  '#5b6871',
  '#46525a',
  '#303a41',
  '#1c2429',
]

const dark: MantineColorsTuple = [
  '#e1e6e9',
  '#bcc5ca',
  '#9aa6ad',
  '#8a969e',
  '#3a464e',
  '#2c373f',
  '#222c33',
  '#192228',
  '#12191e',
  '#0c1114',
]

const systemFonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif, 'Apple Color Emoji'"

/** The head of a dialog is no banner of the page, though it is drawn with the same element. */
const plainHeader = { header: { role: 'presentation' } }

const dialogTitle = { title: { fontSize: '1.0625rem', fontWeight: 600, lineHeight: '1.5rem' } }

// Types only of the components: by `Button.extend` each of them would come to the first screen with the theme.
export const theme = createTheme({
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 7 },
  colors: { tide, gray, dark },
  variantColorResolver: variantColors,
  black: '#1c2429',
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: systemFonts,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', Menlo, monospace",
  respectReducedMotion: true,
  // Our own ring, in the tokens: two pixels, away from the edge, in both schemes.
  focusRing: 'never',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1.125rem', lineHeight: '1.5rem' },
      h3: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } satisfies Partial<ButtonProps> },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } satisfies Partial<ActionIconProps> },
    // A box of 24 px is the smallest that a finger and WCAG 2.5.8 accept.
    Checkbox: { defaultProps: { size: 'md' } satisfies Partial<CheckboxProps> },
    Radio: { defaultProps: { size: 'md' } satisfies Partial<RadioProps> },
    // In the dark its ground is that of the page: without a line one would not see where it ends.
    SegmentedControl: { defaultProps: { bd: '1px solid var(--hf-line)' } satisfies Partial<SegmentedControlProps> },
    Switch: { defaultProps: { size: 'md' } satisfies Partial<SwitchProps> },
    Paper: { defaultProps: { withBorder: true, shadow: 'none', radius: 'md' } satisfies Partial<PaperProps> },
    Drawer: { defaultProps: { attributes: plainHeader } satisfies Partial<DrawerProps>, styles: dialogTitle },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        attributes: plainHeader,
      } satisfies Partial<ModalProps>,
      styles: dialogTitle,
    },
  },
})

/** Mantine's own variables where its defaults miss a contrast: placeholders, borders of inputs, text of light variants. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': '#66737c',
    '--mantine-color-default-border': gray[4],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': tide[7],
  },
  dark: {
    '--mantine-color-placeholder': '#8f9ba2',
    '--mantine-color-default-border': dark[4],
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-anchor': tide[3],
    '--mantine-color-tide-light-color': tide[3],
  },
})
